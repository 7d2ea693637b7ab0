import { basename } from 'node:path';

const BANNED_WORDS = ['manager', 'helper', 'helpers', 'util', 'utils', 'common', 'misc', 'core', 'data', 'info'];
// PageInfo is the name that Relay's connections ask for.
const LAST_WORD = /^(?!PageInfo$)(?:.*[a-z0-9])?(Manager|Helpers?|Utils?|Common|Misc|Core|Data|Info)$/;
const DECLARATIONS = ['FunctionDeclaration', 'ClassDeclaration', 'TSInterfaceDeclaration', 'TSTypeAliasDeclaration'];

/** A file's name says what it holds; words that fit everything say nothing. */
const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { banned: 'Expected a file name that says what the file holds, but received "{{word}}".' },
  },
  create: (context) => ({
    Program(node) {
      const word = basename(context.filename)
        .split(/[.\-_]/)
        .find((part) => BANNED_WORDS.includes(part.toLowerCase()));
      if (word) context.report({ node, messageId: 'banned', data: { word } });
    },
  }),
};

/** Functions, classes and types end in a word that says what they are. */
const declaredName = {
  meta: { type: 'suggestion', schema: [], messages: { banned: 'Expected a name that says what it is, but received "{{name}}".' } },
  create: (context) => ({
    [DECLARATIONS.join(', ')](node) {
      const name = node.id?.name ?? '';
      if (LAST_WORD.test(name)) context.report({ node: node.id, messageId: 'banned', data: { name } });
    },
  }),
};

/** Every exported symbol carries one JSDoc sentence directly above it (or above its decorators). */
const exportedJsdoc = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Expected a JSDoc sentence above what this file exports, but found none.' },
  },
  create: (context) => ({
    'ExportNamedDeclaration[declaration!=null]'(node) {
      const first = node.declaration.decorators?.[0] ?? node;
      const start = first.range[0] < node.range[0] ? first : node;
      const above = context.sourceCode.getCommentsBefore(start).at(-1);
      if (!above?.value.startsWith('*')) context.report({ node, messageId: 'missing' });
    },
  }),
};

/** The project's own lint rules: what its style asks for and no plugin knows. */
export const houseRules = { rules: { 'file-name': fileName, 'declared-name': declaredName, 'exported-jsdoc': exportedJsdoc } };
