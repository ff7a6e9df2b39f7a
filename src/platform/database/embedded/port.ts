import net from 'node:net';

/** The preferred port when it is free, else one that the system picks. */
export async function choosePort(preferred: number): Promise<number> {
  return (await listen(preferred)) ?? (await listen(0)) ?? preferred;
}

function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address() as net.AddressInfo;
      server.close(() => resolve(taken.port));
    });
  });
}
