import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createLiveServer } from '../../server/platform/live/server.ts';
import { carryFramesBy } from '../../server/platform/live/stream.ts';
import { tell } from '../../server/platform/live/tell.ts';

/** Sends frames to its viewers and says what one delivery cost. Started by `fan-out.ts`, in one of two kinds. */
const ROOM = 'bench';
const BETWEEN_MS = 50;
const arrival = {
  guest: '65f000000000000000000000',
  name: { vi: 'Nguyễn Thị Ngọc Huyền' },
  position: { vi: 'Phó Giám đốc' },
  organisation: { vi: 'Xí nghiệp Khoan & Sửa giếng' },
  at: new Date().toISOString(),
};

const emit = process.argv[2] === 'bare' ? serveBare() : serveLive();

process.on('message', ({ frames, viewers }: { frames: number; viewers: number }) => {
  void measure(frames, viewers);
});

async function measure(frames: number, viewers: number): Promise<void> {
  const before = process.cpuUsage();
  for (let frame = 0; frame < frames; frame += 1) {
    emit();
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  const { user, system } = process.cpuUsage(before);
  process.send?.({ microseconds: (user + system) / (frames * viewers) });
}

function serveLive(): () => void {
  const http = createHttp();
  const io = createLiveServer(http, { allowOrigin: () => true });
  carryFramesBy((frame) => io.to(frame.room).emit('frame', frame));
  io.on('connection', (socket) => {
    void socket.join(ROOM);
    socket.emit('frame', { room: ROOM, epoch: '', from: 0, to: 0, news: [] });
  });
  http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
  return () => tell(ROOM, 'attendance:arrived', arrival);
}

function serveBare(): () => void {
  const sockets = new Set<Socket>();
  const bytes = Buffer.from(
    JSON.stringify(['frame', { room: ROOM, from: 0, to: 1, news: [['attendance:arrived', arrival]] }]),
  );
  const server = createServer((socket) => void sockets.add(socket));
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  return () => sockets.forEach((socket) => socket.write(bytes));
}
