import { createServer, type Server } from 'node:net';

/** As much of RFC 5321 as a client needs; keeps each mail. An address that begins with `no` is refused, `later` for now. */
export function mailServer(mails: string[]): Server {
  return createServer((socket) => {
    let data = false;
    let mail = '';
    let rest = '';
    socket.on('error', () => {});
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (data) {
          if (line !== '.') mail += `${line}\n`;
          else {
            data = false;
            mails.push(mail);
            socket.write('250 kept\r\n');
          }
        } else if (/^RCPT TO:<no/i.test(line)) socket.write('550 nobody here\r\n');
        else if (/^RCPT TO:<later/i.test(line)) socket.write('450 later\r\n');
        else if (/^DATA/i.test(line)) {
          data = true;
          mail = '';
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
}
