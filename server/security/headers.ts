import type { RequestHandler } from 'express';
import helmet from 'helmet';

const NOT_NEEDED = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone', 'midi', 'payment', 'usb'];
const PERMISSIONS = NOT_NEEDED.map((feature) => `${feature}=()`).join(', ');

/** Security headers of every answer. `frameAncestors` are the origins that may show the client in a frame; none by default. */
export function createHeaders(frameAncestors: readonly string[] = []): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy(frameAncestors) },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: frameAncestors.length === 0 ? { action: 'deny' } : false,
    // Whether a host name is https for ever is for whoever runs the proxy or the host app to say.
    strictTransportSecurity: false,
  });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS);
    protect(request, response, next);
  };
}

function policy(frameAncestors: readonly string[]): Record<string, string[]> {
  const self = "'self'";
  const none = "'none'";
  return {
    defaultSrc: [none],
    scriptSrc: [self],
    styleSrc: [self],
    imgSrc: [self, 'data:', 'blob:'],
    mediaSrc: [self, 'blob:'],
    connectSrc: [self],
    workerSrc: [self],
    fontSrc: [self],
    manifestSrc: [self],
    formAction: [self],
    baseUri: [self],
    frameAncestors: frameAncestors.length === 0 ? [none] : [...frameAncestors],
  };
}
