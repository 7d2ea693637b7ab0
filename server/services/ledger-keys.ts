import type { SetKind } from '../repositories/named-set.repository.js';

/** The kind of set that the elements of a field are ids of; null for other fields. */
export function setKindOf(field: string): SetKind | null {
  if (field === 'people') return 'person';
  return field === 'clusters' ? 'cluster' : null;
}
