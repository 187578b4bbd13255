// Medians, percentiles and spreads, the only arithmetic of the bench.

/** @param {number[]} values at least one */
export function median(values) {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return at(sorted, middle);
  return (at(sorted, middle - 1) + at(sorted, middle)) / 2;
}

/** The nearest-rank percentile. @param {Float64Array} sorted ascending, at least one @param {number} share 0 to 1 */
export function percentile(sorted, share) {
  return at(sorted, Math.max(0, Math.ceil(sorted.length * share) - 1));
}

/** Median, least and most: `12.3 (11.0–14.2)`. @param {number[]} values @param {number} digits */
export function spread(values, digits) {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** @param {Float64Array} values @param {number} index */
function at(values, index) {
  const value = values[index];
  if (value === undefined) throw new RangeError("no values to take a figure of");
  return value;
}
