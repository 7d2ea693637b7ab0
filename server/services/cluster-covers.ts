import type { ShadowMove } from '../repositories/cluster.repository.js';
import type { Decision } from '../repositories/decision.repository.js';

/** Which kmeans clusters a decision lets other user clusters cover; kept in its payload, so that a replay covers them too. */
export function shadowMovesOf({ payload }: Pick<Decision, 'payload'>): readonly ShadowMove[] {
  return 'shadows' in payload ? (payload.shadows as ShadowMove[]) : [];
}

/** What the payload of an undo says of them: one that was covered is shown again, or covered by what covered it before. */
export function shadowsBack(undone: Pick<Decision, 'payload'>): { shadows?: ShadowMove[] } {
  const moves = shadowMovesOf(undone).map(({ id, from, to }) => ({ id, from: to, to: from }));
  return moves.length > 0 ? { shadows: moves } : {};
}
