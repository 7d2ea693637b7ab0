import { useI18n } from 'vue-i18n';
import type { AnnotationField, PictureWordsFragment } from '../graphql/generated/operations.js';
import { useViewerQuery } from '../graphql/generated/operations.js';
import { useAgo } from './ago.js';

/** What somebody said about a picture under one field or element. */
export type Said = PictureWordsFragment['annotations'][number];

/** The word about a field, or about one tag, person or cluster of it; what was said not to be so is none. */
export function findSaid(annotations: readonly Said[], field: AnnotationField, element: string | null = null): Said | null {
  return annotations.find((said) => said.field === field && said.element === element && !said.isSaidNot) ?? null;
}

/** True where nobody has that name: words from before there was an account carry only a number. */
export function isNameless(by: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(by);
}

/** Says who said something and how long ago: `said by you, 2 d ago`. */
export function useSaid(): (said: Said) => string {
  const { t } = useI18n();
  const ago = useAgo();
  const { result } = useViewerQuery({ fetchPolicy: 'cache-first' });
  return (said) => {
    const when = ago(said.at);
    if (said.isFromProposal) return t('viewer.said.accepted', { when });
    if (isNameless(said.by)) return t('viewer.said.owner', { when });
    const isYou = result.value?.viewer.name === said.by;
    return isYou ? t('viewer.said.you', { when }) : t('viewer.said.other', { name: said.by, when });
  };
}
