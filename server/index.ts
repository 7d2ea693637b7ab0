import { createApplication, type ImageExplorer } from './app.js';
import { loadConfig, type AppConfig } from './config.js';
import { createLog } from './logging.js';
import type { HostHooks } from './security/host-hooks.js';

/**
 * Image Explorer for a host app: mount `router` under any path, hand WebSocket upgrades to `handleUpgrade`, and say who asks by
 * `hooks.authenticate`. Throws AppError or ConfigError with what to do.
 */
export function createImageExplorer(config: AppConfig = loadConfig(), hooks: HostHooks = {}): Promise<ImageExplorer> {
  return createApplication(config, hooks, hooks.logger ?? createLog(config.logLevel));
}

export { loadConfig };
export type { AppConfig, HostHooks, ImageExplorer };
