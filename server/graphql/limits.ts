import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { createComplexityRule, type ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** Deepest nesting of an operation; the client's own need 7. */
export const MAX_DEPTH = 12;

/** Cost of the dearest operation that is answered: about 1,000 hits with 40 fields each. */
export const MAX_COST = 50_000;

/** One for a field, times the length asked for where it is a list. */
export function costOf({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const length: unknown = args.first ?? args.topK ?? 1;
  return 1 + Math.max(1, typeof length === 'number' ? length : 1) * childComplexity;
}

/** Refuses operations that nest too deeply or cost too much before a resolver runs (T25). Introspection is exempt. */
export function limitRules(variables: Record<string, unknown>): ValidationRule[] {
  return [limitDepth, limitCost(variables)];
}

function limitCost(variables: Record<string, unknown>): ValidationRule {
  const rule = createComplexityRule({
    maximumComplexity: MAX_COST,
    variables,
    estimators: [costOf],
    createError: (maximum, actual) =>
      new GraphQLError(`This operation costs ${actual}, and ${maximum} is the most that is answered. Ask for less at a time.`),
  });
  return (context) => (isIntrospection(context) ? {} : rule(context));
}

function limitDepth(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!isIntrospection(context) && depthOf(node.selectionSet, context, new Set()) > MAX_DEPTH) {
        context.reportError(new GraphQLError(`This operation nests deeper than ${MAX_DEPTH} levels.`));
      }
    },
  };
}

// A fragment that spreads itself is refused by graphql's own rules; here it merely must not loop.
function depthOf(selectionSet: SelectionSetNode, context: ValidationContext, within: ReadonlySet<FragmentDefinitionNode>): number {
  const depths = selectionSet.selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return selection.selectionSet ? 1 + depthOf(selection.selectionSet, context, within) : 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, context, within);
    const fragment = context.getFragment(selection.name.value);
    return fragment && !within.has(fragment) ? depthOf(fragment.selectionSet, context, new Set([...within, fragment])) : 0;
  });
  return Math.max(0, ...depths);
}

function isIntrospection(context: ValidationContext): boolean {
  return context
    .getDocument()
    .definitions.every(
      (definition) =>
        definition.kind !== Kind.OPERATION_DEFINITION ||
        definition.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__')),
    );
}
