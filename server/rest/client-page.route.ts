import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router, type Request, type Response } from 'express';
import { AppError } from '../errors.js';

const YEAR = { immutable: true, maxAge: '365d', index: false, redirect: false, dotfiles: 'allow' } as const;

/** The client as Vite built it: its files as they are, and its one page for every other path, told where it is mounted. */
export class ClientPage {
  constructor(private readonly distDir: string) {}

  /** Serves `/image-explorer`. */
  createRouter(): Router {
    const router = Router();
    router.use('/assets', express.static(join(this.distDir, 'assets'), YEAR), () => {
      throw new AppError('NOT_FOUND', 'There is no such file.');
    });
    router.get('/icon.svg', (_request, response) => response.sendFile(join(this.distDir, 'icon.svg'), { dotfiles: 'allow' }));
    router.get(/.*/, (request, response) => this.send('index.html', request, response));
    return router;
  }

  /** `GET /graphql`: GraphiQL from our own build. */
  sendPlayground(request: Request, response: Response): Promise<void> {
    return this.send('graphiql.html', request, response);
  }

  // The mount path is ours or the host's, but it stands in HTML, so it is escaped all the same.
  private async send(page: string, request: Request, response: Response): Promise<void> {
    const mount = mountOf(request).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const html = await readFile(join(this.distDir, page), 'utf8').catch(() => {
      throw new AppError('UNAVAILABLE', 'The client is not built. Run `npm run build:client`.');
    });
    response.set('Cache-Control', 'no-cache').type('html');
    response.send(html.replaceAll('__BASE__', `${mount}/image-explorer/`).replaceAll('__MOUNT__', mount));
  }
}

function mountOf(request: Request): string {
  return request.baseUrl.replace(/\/(image-explorer|graphql)$/, '');
}
