import { expect } from 'chai';
import express, { Router } from 'express';
import { listRoutes } from './routes.ts';

describe('listRoutes', () => {
  const answer: express.Handler = (_req, res) => void res.end();
  const rows = (app: express.Express | Router): string[] =>
    listRoutes(app).map(({ method, path }) => `${method} ${path}`);

  it('names every route with the paths of the routers around it', () => {
    const inner = Router().get('/', answer).post('/:guest', answer);
    const outer = Router().use('/events/:event', Router().use('/guests', inner));
    const app = express().use(answer).use(outer).get('/healthz', answer);

    expect(rows(app)).to.deep.equal([
      'GET /events/:event/guests',
      'POST /events/:event/guests/:guest',
      'GET /healthz',
    ]);
  });

  it('tells the methods of one path apart, and the paths of one route', () => {
    const router = Router().get(['/a', '/b'], answer);
    router.route('/c').get(answer).delete(answer).all(answer);

    expect(rows(router)).to.deep.equal(['GET /a', 'GET /b', 'GET /c', 'DELETE /c', 'ALL /c']);
  });

  it('hands over what runs, in order', () => {
    const guard: express.Handler = (_req, _res, next) => next();
    expect(listRoutes(Router().get('/a', guard, answer))[0]?.handlers).to.deep.equal([guard, answer]);
  });
});
