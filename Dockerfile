# One image for every process of a clinic: RUN=all, web or worker says what it does.
FROM node:26-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data
WORKDIR /kindroom
COPY . .
RUN npm run build && mkdir /data && chown node /data .next
USER node
VOLUME /data
EXPOSE 3000 2525
CMD ["node", "bin/start.mjs", "--empty"]
