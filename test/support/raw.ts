import net from 'node:net';

/** Sends bytes as they are, and gives back what came until the connection closed. */
export function sendRaw(url: string, bytes: string | Buffer): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = [];
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => heard.push(data));
    socket.on('close', () => resolve(Buffer.concat(heard).toString('utf8')));
    // A server that has answered may close before it has read all that was sent.
    socket.on('error', (error) => (heard.length > 0 ? resolve(Buffer.concat(heard).toString('utf8')) : reject(error)));
    socket.setTimeout(5000, () => socket.destroy());
  });
}
