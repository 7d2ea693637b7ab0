import { NO_PLACE, type MapPage, type MapRepository, type MapSet } from '../repositories/map.repository.js';
import type { MapPoints } from './map-format.js';

/** What the gallery shows of a generation of the map, with the clusters and people that are on it. */
export async function readPoints(maps: MapRepository, generation: number): Promise<Omit<MapPoints, 'madeAt' | 'model'>> {
  const clusters = await maps.listClusters();
  const members = await maps.listPeople();
  const people = members.filter(({ id }, at) => id !== members[at - 1]?.id).map(({ id, name }) => ({ id, name }));
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const places = {
    clusters: Object.fromEntries(clusters.map(({ id }, place) => [id, place])),
    people: Object.fromEntries(members.map(({ memberId, id }) => [memberId, placeOf.get(id) ?? NO_PLACE])),
  };
  const pages = [await maps.page({ generation }, places)];
  for (let after = pages[0]?.next; after; after = pages.at(-1)?.next) pages.push(await maps.page({ generation, after }, places));
  const joined = (column: Exclude<keyof MapPage, 'next'>): Buffer => Buffer.concat(pages.map((page) => page[column]));
  const numbers = (column: Exclude<keyof MapPage, 'next' | 'ids'>): Uint16Array => {
    const bytes = joined(column);
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  };
  const [cluster, person, year] = [numbers('cluster'), numbers('person'), numbers('year')];
  return {
    count: year.length,
    clusters: keepUsed(clusters, cluster),
    people: keepUsed(people, person),
    from: year.reduce((least, one) => Math.min(least, one), year[0] ?? 0),
    to: year.reduce((most, one) => Math.max(most, one), 0),
    ...{ positions: numbers('positions'), cluster, person, year, ids: joined('ids') },
  };
}

/** The sets that some point is in; the points' places are changed to those among them. */
function keepUsed<Named extends MapSet>(sets: readonly Named[], places: Uint16Array): Named[] {
  const used = [...new Set(places)].filter((place) => place !== NO_PLACE).sort((one, other) => one - other);
  const among = new Map(used.map((place, at) => [place, at]));
  places.forEach((place, at) => (places[at] = among.get(place) ?? NO_PLACE));
  return used.flatMap((place) => sets[place] ?? []);
}
