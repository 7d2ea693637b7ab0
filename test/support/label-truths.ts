/**
 * Which words of the list are right for a picture of a category of the labelled photographs: the category itself and its kinds.
 * Everything else counts as wrong, though much of it can be seen in the pictures.
 */
const RIGHT: Readonly<Record<string, string>> = {
  airplane: 'airplane, fighter jet',
  ball: 'ball, baseball, basketball, rugby ball, soccer, soccer ball, volleyball',
  bear: 'bear, polar bear',
  beetle: 'beetle, ladybug',
  'big cat': 'cheetah, leopard, lion, tiger',
  bird: 'bird, eagle, ostrich, stork, heron, flamingo, pelican, sparrow, seagull, duck, goose',
  'boat or ship':
    'boat, canoe, container ship, cruise ship, ferry, gondola, rowing boat, sailing boat, sailing ship, ship, speedboat, yacht',
  building: 'castle, church, greenhouse, house, lighthouse, mosque, palace, temple, tower',
  butterfly: 'butterfly',
  car: 'car, convertible, jeep, sports car, taxi, vintage car',
  cat: 'cat, kitten',
  dog: 'dog, puppy',
  fish: 'fish, goldfish, shark, stingray',
  flower: 'blossom, daisy, flower, orchid',
  fruit: 'apple, banana, fig, fruit, lemon, lime',
  furniture: 'armchair, bed, bookshelf, chair, cradle, desk, dining table, rocking chair, sofa, table',
  landscape: 'beach, canyon, cliff, coast, hill, island, mountain, ocean, rock, sandbar, snowy mountain, valley',
  lizard: 'chameleon, iguana, lizard',
  'monkey or ape': 'chimpanzee, gorilla, monkey, orangutan',
  mushroom: 'mushroom',
  'musical instrument': 'accordion, banjo, cello, flute, french horn, guitar, musical instrument, saxophone, trumpet, violin',
  'prepared food': 'bagel, bread, food, guacamole, hamburger, hot dog, pretzel, sandwich',
  'shoe or clothing': 'boots, cowboy boot, leather shoe, running shoe, sandals, shoes, shop',
  snake: 'snake',
  spider: 'spider',
  'truck or bus': 'ambulance, bus, fire engine, minibus, pickup truck, school bus, tow truck, truck',
};

/** The labels that are right for a category; none for one that is not known. */
export function rightLabels(category: string): string[] {
  return (RIGHT[category] ?? '').split(',').map((word) => word.trim());
}
