/**
 * The words that pictures are labelled with: what people look for in their own photographs. Our own compilation (docs/labels.md says how it
 * was made). No word here judges people or sorts them by anything but being there: names and bonds are said by a person, never guessed.
 */
const BY_THEME = {
  people: `portrait, selfie, group photo, crowd, baby, child, hand, face, smile, tattoo, bride, clown, soldier, firefighter, astronaut`,
  animals: `dog, puppy, cat, kitten, horse, cow, sheep, goat, pig, donkey, camel, rabbit, hamster, mouse, squirrel, hedgehog, fox, wolf, deer,
    moose, bear, polar bear, panda, koala, kangaroo, lion, tiger, leopard, cheetah, elephant, giraffe, zebra, rhinoceros, hippopotamus, monkey,
    gorilla, chimpanzee, orangutan, otter, seal, dolphin, whale, bison, raccoon, sloth`,
  birds: `bird, eagle, owl, parrot, pigeon, seagull, duck, swan, goose, chicken, rooster, peacock, flamingo, penguin, ostrich, pelican, stork,
    heron, hummingbird, crow, sparrow`,
  smallAnimals: `fish, shark, stingray, jellyfish, octopus, starfish, coral reef, goldfish, crab, lobster, snail, frog, toad, turtle, snake, lizard,
    chameleon, iguana, crocodile, spider, scorpion, butterfly, bee, dragonfly, beetle, ladybug, ant, grasshopper, caterpillar`,
  plants: `flower, rose, tulip, sunflower, daisy, orchid, lily, lavender, cactus, fern, moss, mushroom, tree, palm tree, pine tree, birch tree,
    bamboo, leaves, autumn leaves, grass, hedge, vineyard, potted plant, bouquet, blossom`,
  landscape: `mountain, snowy mountain, hill, valley, canyon, cliff, cave, volcano, glacier, desert, sand dune, beach, sandbar, island, coast,
    ocean, wave, lake, river, stream, waterfall, swamp, forest, jungle, meadow, field, rock, countryside`,
  sky: `sky, clouds, sunset, sunrise, night sky, stars, moon, rainbow, lightning, storm, rain, fog, snow, ice, northern lights, fireworks, shadow,
    reflection in water`,
  places: `street, alley, town square, city skyline, village, market, park, garden, playground, swimming pool, stadium, amusement park, zoo,
    aquarium, museum, library, school, classroom, office, hospital, restaurant, bar, shop, supermarket, hotel room, airport, train station,
    harbour, parking lot, farm, campsite, cemetery, construction site, factory, terrace, balcony, courtyard`,
  buildings: `house, cottage, skyscraper, tower, castle, palace, church, cathedral, mosque, temple, ruins, bridge, lighthouse, windmill, barn,
    greenhouse, pagoda, monument, statue, fountain, arch, gate, fence, stone wall, graffiti, mural, staircase, door, window, roof, tunnel, pier,
    dam, ferris wheel, roller coaster, carousel`,
  rooms: `living room, kitchen, bedroom, bathroom, dining room, cellar, attic, garage, workshop, fireplace, sofa, armchair, rocking chair, chair,
    table, dining table, desk, bed, cradle, bookshelf, cupboard, wardrobe, mirror, lamp, candle, carpet, curtain, bathtub, toilet, sink, stove,
    oven, refrigerator, washing machine`,
  food: `food, breakfast, bread, bagel, pretzel, croissant, sandwich, hamburger, hot dog, pizza, pasta, soup, salad, rice, sushi, noodles, steak,
    sausage, barbecue, fried egg, cheese, french fries, guacamole, cake, birthday cake, wedding cake, pancakes, waffle, cookies, doughnut, ice cream,
    chocolate, candy`,
  fruit: `fruit, apple, banana, lemon, lime, strawberry, cherry, grapes, pineapple, watermelon, peach, pear, fig, mango,
    vegetables, tomato, carrot, potato, corn, pumpkin, broccoli, cucumber, bell pepper, onion`,
  drinks: `coffee, cup of tea, beer, wine, glass of wine, wine bottle, cocktail, bottle, cup, teapot, plate, bowl, fork, knife, spoon, frying pan`,
  vehicles: `car, vintage car, sports car, convertible, jeep, taxi, police car, pickup truck, truck, tow truck, fire engine, ambulance, bus, minibus,
    school bus, camper van, tractor, excavator, motorcycle, scooter, bicycle, train, steam locomotive, tram, subway, airplane, fighter jet,
    helicopter, hot air balloon, rocket, traffic light, road sign, licence plate`,
  water: `boat, rowing boat, sailing boat, speedboat, yacht, ship, cruise ship, container ship, sailing ship, ferry, gondola, canoe, kayak, surfboard,
    anchor, scuba diver`,
  sport: `soccer, soccer ball, basketball, baseball, volleyball, rugby ball, tennis, tennis racket, golf, ball, skiing, snowboard, ice skating,
    sledge, hiking, climbing, cycling, swimming, surfing, sailing, horse riding, skateboard, gymnastics, boxing, chess, campfire, tent,
    backpack, medal, trophy`,
  occasions: `wedding, birthday party, christmas tree, christmas market, easter eggs, halloween pumpkin, carnival costume, concert, dance, theatre
    stage, parade, picnic, graduation, ceremony, balloons, gift`,
  music: `musical instrument, guitar, violin, cello, piano, drums, flute, trumpet, saxophone, french horn, accordion, banjo, harp, microphone,
    loudspeaker`,
  clothes: `dress, suit, necktie, shirt, t-shirt, jacket, coat, jeans, skirt, swimsuit, uniform, hat, cap, helmet, sunglasses, glasses, scarf, gloves,
    shoes, running shoe, boots, cowboy boot, leather shoe, sandals, handbag, suitcase, umbrella, necklace, ring, wristwatch`,
  things: `book, newspaper, handwriting, document, receipt, map, postcard, painting, drawing, screenshot, old photograph,
    computer, laptop, keyboard, smartphone, telephone, television, camera, radio, printer, robot, clock, calendar, key, coin, banknote, scissors,
    hammer, tools, rope, ladder, bucket, basket, box, vase, toy, doll, teddy bear, toy car, lego bricks, puzzle, playing cards, flag, cash register,
    stroller, wheelchair, bench, mailbox, bicycle wheel, engine`,
} as const;

/** Raised with every change of the words or prompts: all pictures are then labelled anew by the next run. */
export const LABEL_WORDS_VERSION = 1;

/** Every word once, in a fixed order. */
export const LABEL_WORDS: readonly string[] = Object.values(BY_THEME).flatMap((words) =>
  words.split(',').map((word) => word.trim().replaceAll(/\s+/g, ' ')),
);

// Of several wordings the mean is taken, so that no article or turn of phrase decides (as the authors of CLIP do, with eighty of them).
const PROMPTS = ['a photo of a #', 'a photo of the #', 'a picture of #', 'a close-up photo of #'];

/** The sentences that stand for a word in the space of pictures. */
export function promptsOf(word: string): string[] {
  return PROMPTS.map((prompt) => prompt.replace('#', word));
}
