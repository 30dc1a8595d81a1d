import { join } from 'node:path';
import express from 'express';
import mongoose from 'mongoose';
import { startEngine } from '../../server/platform/database/engine.ts';

/** The least that could serve a page from a document: what Rostrum's start is compared with. */
const engine = await startEngine(join(process.env['ROSTRUM_DATA'] ?? '', 'database'));
await mongoose.connect(engine.uri);
const app = express();
app.get('/', (_req, res) => {
  res.send('ready');
});
const server = app.listen(0, '127.0.0.1', () => console.log('ready at http://127.0.0.1'));
process.on('SIGTERM', () => {
  server.close();
  void mongoose.disconnect().then(() => engine.stop());
});
