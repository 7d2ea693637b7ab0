import type { SaidDecision, Say } from './said-decision.js';

const MOST_NAMES = 4;

/** The sentence of a decision about clusters themselves; null for all others, and where pictures were merely put in or taken out. */
export function clusterSentence({ kind, changes }: SaidDecision, { pictures, say }: { pictures: string; say: Say }): string | null {
  const names = (field: string, isRemoved: boolean): string => {
    const texts = changes.flatMap((one) => (one.field === field && one.isRemoved === isRemoved && one.text ? [one.text] : []));
    const shown = texts.slice(0, MOST_NAMES);
    return [...shown, ...(texts.length > shown.length ? [`+${texts.length - shown.length}`] : [])].join(', ');
  };
  const [made, gone] = [names('cluster-name', false), names('cluster-name', true)];
  if (kind === 'split' && made) {
    const from = names('clusters', true);
    return from ? say('split', { pictures, from, to: made }) : say('splitOff', { pictures, to: made });
  }
  if (kind === 'remove-cluster' && gone) return say('removedCluster', { from: gone, pictures });
  return ['create', 'add', 'remove'].includes(kind) && made ? say('madeCluster', { pictures, to: made }) : null;
}
