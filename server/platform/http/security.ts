import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Strict headers for every page. Nothing inline, nothing from elsewhere, no framing. */
export function securityHeaders(secure: boolean): RequestHandler {
  const helmetHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        // Older Safari does not count wss: as 'self', so the host is named.
        'connect-src': ["'self'", (req) => `${secure ? 'wss' : 'ws'}://${req.headers.host ?? 'localhost'}`],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'frame-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
  });
  return (req: Request, res: Response, next: NextFunction) => {
    res.setHeader('Permissions-Policy', 'camera=(self), microphone=(), geolocation=(), payment=()');
    helmetHeaders(req, res, next);
  };
}

/** The scanner decodes with WebAssembly, which needs a wider policy; only its page gets it. */
export function allowWebAssembly(_req: Request, res: Response, next: NextFunction): void {
  const policy = String(res.getHeader('Content-Security-Policy') ?? '');
  res.setHeader(
    'Content-Security-Policy',
    policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  );
  next();
}

/** Pages opened by a personal link: never cached, never indexed, never named to another page. */
export function personalPage(_req: Request, res: Response, next: NextFunction): void {
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('X-Robots-Tag', 'noindex');
  next();
}
