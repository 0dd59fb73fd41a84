import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a server on this computer that breaks each time so many more bytes have gone up it. */
export async function startBadLine(port: number, breaksAfter: number[]) {
  const left = [...breaksAfter];
  const open = new Set<Socket>();
  let sent = 0;
  let cuts = 0;
  const line = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const end of [near, far]) {
      open.add(end);
      end.on("error", () => end.destroy());
      end.on("close", () => open.delete(end));
    }
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.on("data", (chunk) => {
      sent += chunk.length;
      if (left[0] === undefined || sent < left[0]) return;
      left.shift();
      cuts += 1;
      near.destroy();
      far.destroy();
    });
    near.pipe(far);
    far.pipe(near);
  });
  line.listen(0, "127.0.0.1");
  await once(line, "listening");
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cuts: () => cuts,
    async stop() {
      for (const end of open) end.destroy();
      await new Promise((resolve) => line.close(resolve));
    },
  };
}
