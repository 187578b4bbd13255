// A small replacement of @peculiar/asn1-schema in the bundle: passkeys need it only for the two numbers of an ECDSA signature.

export const AsnParser = {
  /** DER: a sequence of two integers. @param {Uint8Array} der */
  parse(der) {
    const bytes = Buffer.from(der);
    let at = 0;
    /** @param {number} tag */
    const length = (tag) => {
      const [found, short = 0, long = 0] = bytes.subarray(at);
      if (found !== tag || (short > 127 && short !== 0x81)) throw new Error("this is no signature of ECDSA");
      at += short === 0x81 ? 3 : 2;
      return short === 0x81 ? long : short;
    };
    const integer = () => {
      const end = length(2) + at;
      const value = bytes.subarray(at, end);
      at = end;
      return value;
    };
    const whole = length(0x30) + at;
    const [r, s] = [integer(), integer()];
    if (at !== whole || whole !== bytes.length) throw new Error("this is no signature of ECDSA");
    return { r, s };
  },
};
