import { AppError } from '../errors.js';
import { isId } from '../ids.js';
import type { Region } from '../media/analysis.js';
import { KEPT_REGION_RULE, regionElement, tidyRegion } from '../media/kept-region.js';
import type { Said } from '../repositories/decision.repository.js';
import { factKey, type SaidPlace, type SaidTaken } from '../repositories/fact.js';
import { saidTaken } from './said-date.js';

/** A person or cluster by its id, or a new one by its name. */
export interface NamedSetChoice {
  readonly id?: string | null;
  readonly name?: string | null;
}

/** A part of a picture to keep, under a name or none. */
export interface RegionChoice {
  readonly region: Region;
  readonly name?: string | null;
}

/** What to change of pictures: a field left out stays. Null says that there is none; for the date it takes back what was said. */
export interface AnnotationChanges {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly addTags?: readonly string[] | null;
  readonly removeTags?: readonly string[] | null;
  readonly addPeople?: readonly NamedSetChoice[] | null;
  readonly removePeople?: readonly string[] | null;
  readonly addClusters?: readonly NamedSetChoice[] | null;
  readonly removeClusters?: readonly string[] | null;
  readonly addRegions?: readonly RegionChoice[] | null;
  readonly removeRegions?: readonly Region[] | null;
  readonly taken?: { readonly local: string; readonly offsetMinutes?: number | null } | null;
  readonly place?: Partial<SaidPlace> | null;
  readonly favourite?: boolean | null;
  readonly hidden?: boolean | null;
}

/** Changes that were checked and tidied. */
export interface CheckedChanges {
  /** By field with one value; null takes back. */
  readonly fields: Readonly<Record<string, Said | null>>;
  readonly tags: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly people: { readonly add: readonly NamedSetChoice[]; readonly remove: readonly string[] };
  readonly clusters: { readonly add: readonly NamedSetChoice[]; readonly remove: readonly string[] };
  /** By key; null takes back. */
  readonly regions: Readonly<Record<string, Said | null>>;
}

const MAX_LENGTHS = { title: 500, description: 20_000, tag: 200, name: 200 } as const;
const MAX_ELEMENTS = 100;
const NAME_OF_JOB = /^kmeans_\d+$/i;

/** Throws BAD_REQUEST for texts that are too long, dates and places that cannot be, and for no change at all. */
export function checkChanges(changes: AnnotationChanges): CheckedChanges {
  const checked = {
    fields: checkFields(changes),
    tags: { add: tidyTags(changes.addTags), remove: tidyTags(changes.removeTags) },
    people: { add: checkChoices(changes.addPeople), remove: checkIds(changes.removePeople) },
    clusters: { add: checkChoices(changes.addClusters), remove: checkIds(changes.removeClusters) },
    regions: checkRegions(changes),
  };
  const sets = [checked.tags, checked.people, checked.clusters].flatMap(({ add, remove }) => [...add, ...remove]);
  const elements = [...sets, ...Object.keys(checked.regions)];
  if (elements.length + Object.keys(checked.fields).length === 0) {
    throw new AppError('BAD_REQUEST', 'Expected at least one change but received none.');
  }
  if (elements.length > MAX_ELEMENTS) {
    throw new AppError(
      'BAD_REQUEST',
      `Expected at most ${MAX_ELEMENTS} tags, people, clusters and parts at once but received ${elements.length}.`,
    );
  }
  return checked;
}

/** A name of a person or cluster, tidied. Throws BAD_REQUEST for an empty or too long one. */
export function checkName(name: string): string {
  const tidy = tidyText(name, 'name');
  if (tidy === null) throw new AppError('BAD_REQUEST', 'Expected a name but received nothing.');
  return tidy;
}

/** Throws BAD_REQUEST for a name that a person gives to a cluster and that only those of the nightly job have. */
export function refuseNameOfJob(name: string): void {
  if (!NAME_OF_JOB.test(name)) return;
  throw new AppError('BAD_REQUEST', `Names like ${name} are those of automatic clusters: give another one.`);
}

/** A text as it is kept: NFC, without half characters, without space around it; null when nothing is left. Throws BAD_REQUEST. */
export function tidyText(value: string, field: keyof typeof MAX_LENGTHS): string | null {
  // Half of a surrogate pair is no character, and jsonb refuses it.
  const tidy = value
    .replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')
    .normalize('NFC')
    .trim();
  if (tidy.includes('\0')) throw new AppError('BAD_REQUEST', `A ${field} cannot hold a zero character.`);
  if (tidy.length > MAX_LENGTHS[field]) {
    throw new AppError('BAD_REQUEST', `Expected a ${field} of at most ${MAX_LENGTHS[field]} characters but received ${tidy.length}.`);
  }
  return tidy === '' ? null : tidy;
}

function checkFields({ title, description, taken, place, favourite, hidden }: AnnotationChanges): Record<string, Said | null> {
  return {
    ...(title === undefined ? {} : { title: { value: title && tidyText(title, 'title') } }),
    ...(description === undefined ? {} : { description: { value: description && tidyText(description, 'description') } }),
    ...(taken === undefined ? {} : { taken: taken && { value: checkTaken(taken) } }),
    ...(place === undefined ? {} : { place: { value: place && checkPlace(place) } }),
    ...(typeof favourite === 'boolean' ? { favourite: { value: favourite } } : {}),
    ...(typeof hidden === 'boolean' ? { hidden: { value: hidden } } : {}),
  };
}

function checkTaken({ local, offsetMinutes }: NonNullable<AnnotationChanges['taken']>): SaidTaken {
  return saidTaken(local, offsetMinutes ?? null);
}

function checkPlace({ name, latitude, longitude }: Partial<SaidPlace>): SaidPlace {
  const place = { name: name ? tidyText(name, 'name') : null, latitude: latitude ?? null, longitude: longitude ?? null };
  const isOnEarth =
    place.latitude === null
      ? place.longitude === null
      : place.longitude !== null && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
  if (isOnEarth && (place.name !== null || place.latitude !== null)) return place;
  throw new AppError(
    'BAD_REQUEST',
    `Expected a place with a name, or with latitude -90..90 and longitude -180..180, but received ${place.latitude}, ${place.longitude}.`,
  );
}

function tidyTags(tags: readonly string[] | null | undefined): string[] {
  return [...new Set((tags ?? []).map((tag) => tidyText(tag, 'tag')).filter((tag) => tag !== null))];
}

function checkChoices(choices: readonly NamedSetChoice[] | null | undefined): NamedSetChoice[] {
  return (choices ?? []).map(({ id, name }) => {
    if (id && !name) return { id: checkIds([id])[0] };
    if (name && !id) return { name: checkName(name) };
    throw new AppError('BAD_REQUEST', 'Expected either an id or a name, but received both or none.');
  });
}

function checkRegions({ addRegions, removeRegions }: AnnotationChanges): Record<string, Said | null> {
  const removed = (removeRegions ?? []).map((region) => [regionKey(region), null] as const);
  const added = (addRegions ?? []).map(({ region, name }) => {
    const said: Said = { value: { name: name ? tidyText(name, 'name') : null } };
    return [regionKey(region), said] as const;
  });
  return Object.fromEntries([...removed, ...added]);
}

function regionKey(region: Region): string {
  const tidy = tidyRegion(region);
  if (tidy) return factKey('regions', regionElement(tidy));
  const { x, y, width, height } = region;
  throw new AppError('BAD_REQUEST', `${KEPT_REGION_RULE}, but received ${[x, y, width, height].join(', ')}.`);
}

function checkIds(ids: readonly string[] | null | undefined): string[] {
  return (ids ?? []).map((id) => {
    if (isId(id)) return id;
    throw new AppError('NOT_FOUND', 'There is no such person or cluster in the archive.');
  });
}
