import { endpoint } from './mount.js';

/** How a request about the session ended. */
export type SessionOutcome = 'ok' | 'refused' | 'limited' | 'away';

const HEADERS = { 'content-type': 'application/json', 'x-image-explorer': '1' };

/** Signs in with name and password; on `ok` the session cookie is set. */
export function signIn(name: string, password: string): Promise<SessionOutcome> {
  return send('/api/session', { method: 'POST', body: JSON.stringify({ name, password }) });
}

/** Ends the session. */
export function signOut(): Promise<SessionOutcome> {
  return send('/api/session', { method: 'DELETE' });
}

/** Makes the owner with the code of the one-time link. */
export function createOwner(owner: { code: string; name: string; password: string }): Promise<SessionOutcome> {
  return send('/api/owner', { method: 'POST', body: JSON.stringify(owner) });
}

async function send(path: `/${string}`, init: RequestInit): Promise<SessionOutcome> {
  try {
    const answer = await fetch(endpoint(path), { ...init, headers: HEADERS, credentials: 'same-origin' });
    if (answer.ok) return 'ok';
    if (answer.status === 429) return 'limited';
    return answer.status >= 500 ? 'away' : 'refused';
  } catch {
    return 'away';
  }
}
