import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';

/** Answers by `TYPE name`: `TXT example.org`, `MX example.org`, `A mail.example.org`, `PTR 1.2.0.192.in-addr.arpa`. */
export type Zone = Record<string, readonly string[]>;

export interface TestDns {
  /** As `DNS_SERVER` names it. */
  address: string;
  zone: Zone;
  close(): Promise<void>;
}

const types: Readonly<Record<number, string>> = { 1: 'A', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA' };
const numbers = Object.fromEntries(Object.entries(types).map(([number, name]) => [name, Number(number)]));

/** A name server on a port of its own that says what the test wants; a name it does not know does not exist. */
export async function startDns(zone: Zone): Promise<TestDns> {
  const socket = createSocket('udp4');
  socket.on('message', (question: Buffer, from: RemoteInfo) => {
    socket.send(answerTo(question, zone), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    zone,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answerTo(question: Buffer, zone: Zone): Buffer {
  const { name, end } = nameAt(question, 12);
  const type = types[question.readUInt16BE(end)] ?? '';
  const records = zone[`${type} ${name}`] ?? [];
  const isKnown = Object.keys(zone).some((key) => key.endsWith(` ${name}`));
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(isKnown ? 0x81_80 : 0x81_83, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = records.map((record) => resource(numbers[type] ?? 0, dataOf(type, record)));
  return Buffer.concat([head, question.subarray(12, end + 4), ...answers]);
}

function nameAt(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

function resource(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc0_0c, 0); // the name asked for
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: string, record: string): Buffer {
  if (type === 'A') return Buffer.from(record.split('.').map(Number));
  if (type === 'PTR') return nameData(record);
  if (type === 'MX') return Buffer.concat([Buffer.from([0, 10]), nameData(record)]);
  const pieces = record.match(/[^]{1,255}/g) ?? [''];
  return Buffer.concat(
    pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece, 'latin1')])),
  );
}

function nameData(name: string): Buffer {
  const labels = name
    .split('.')
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}
