import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startArchive, type ArchiveOptions, type TestArchive } from './archive.js';
import type { PictureFolder } from './pictures.js';
import { chromiumPath } from './places.js';

const PROJECT = resolve(import.meta.dirname, '../..');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const BUILD = "await (await import('./server/client-build.ts')).buildClient(() => undefined)";
const TELL_VIOLATIONS =
  "document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));";
// Without the background flags Chromium calls home at every start.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Builds the client where its sources changed, in a process of its own: Vite does not run inside Jest. */
export function buildClientForTests(): void {
  execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', BUILD], { cwd: PROJECT, stdio: 'ignore' });
}

/** Debian's Chromium, headless. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? undefined, args: FLAGS });
}

/** A page that remembers every complaint of the browser: console errors, broken policies, thrown errors. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = [];
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript({ content: TELL_VIOLATIONS });
  return { page, complaints };
}

/** An archive of a folder's pictures, and a page on which its owner browses it. */
export interface BrowsedArchive {
  readonly archive: TestArchive;
  readonly browser: Browser;
  readonly page: Page;
  readonly complaints: string[];
  /** The address of a page of the client. */
  readonly at: (path: string) => string;
  /** Ends the browser and the archive, and removes the folder. */
  readonly close: () => Promise<void>;
}

/** Reads a folder into an archive of its own and opens a page as its owner. */
export async function browseArchive(
  folder: PictureFolder,
  { viewport = { width: 1280, height: 860 }, ...options }: ArchiveOptions & Pick<BrowserContextOptions, 'viewport'> = {},
): Promise<BrowsedArchive> {
  buildClientForTests();
  const archive = await startArchive(options);
  await archive.ingest([folder.path]);
  const browser = await launchBrowser();
  const opened = await openPage(browser, { viewport, extraHTTPHeaders: archive.owner });
  const close = async (): Promise<void> => {
    await browser.close();
    await archive.close();
    folder.remove();
  };
  return { archive, browser, ...opened, at: (path) => `${archive.base}/image-explorer${path}`, close };
}

/** What axe calls serious or critical on the page once nothing moves any more. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.waitForTimeout(300);
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
