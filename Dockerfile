# Anteroom as an image: Node, what `npm run build` makes, and the libraries that Node needs. No shell, no package manager.
FROM node:24.21.0-trixie-slim@sha256:8ec5d7557396cfe32d21c3f9c13072355ceab22b584578ca4bb28af31120cffe AS build
WORKDIR /opt/anteroom
COPY package.json package-lock.json ./
COPY scripts/node-20 ./scripts/node-20
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY LICENSE seed.schema.json ./
COPY scripts ./scripts
COPY spec ./spec
COPY src ./src
# The driver that deployments of clusters need, which the package leaves to its users, stays.
RUN npm run --silent build \
 && npm pkg set "dependencies.mongodb=$(node -p 'require("./package.json").devDependencies.mongodb')" \
 && npm pkg delete devDependencies.mongodb \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -f dist/*.map node_modules/.package-lock.json \
 && mkdir -m 700 data

FROM gcr.io/distroless/cc-debian13:nonroot@sha256:e792ab3d241a468a4fd7519ddbbebe66b49b5f365771716ea688ad40b6c6f1c2
LABEL org.opencontainers.image.title="Anteroom" \
      org.opencontainers.image.description="A local MongoDB Atlas: its Administration API, with clusters and databases" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/anteroom-dev/anteroom" \
      org.opencontainers.image.documentation="https://github.com/anteroom-dev/anteroom/blob/main/docs/guides/containers.md"
# The code that the build compiled is for this very Node.
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /opt/anteroom/package.json /opt/anteroom/LICENSE /opt/anteroom/seed.schema.json /opt/anteroom/
COPY --from=build /opt/anteroom/scripts/container/healthy.mjs /opt/anteroom/
COPY --from=build /opt/anteroom/node_modules /opt/anteroom/node_modules
COPY --from=build /opt/anteroom/dist /opt/anteroom/dist
# As numbers: Kubernetes cannot tell whether a user with a name is root.
COPY --from=build --chown=65532:65532 /opt/anteroom/data /data
ENV ANTEROOM_HOST=0.0.0.0 ANTEROOM_DATA=/data
VOLUME /data
EXPOSE 8080
USER 65532:65532
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 CMD ["node", "/opt/anteroom/healthy.mjs"]
ENTRYPOINT ["node", "/opt/anteroom/dist/main.js"]
# What a CI's service container starts, which can be given variables but no arguments. Without a control token it refuses to.
CMD ["dev"]
