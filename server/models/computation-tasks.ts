import type { Progress } from '../progress.js';
import { kmeans } from './clustering/kmeans.js';
import { nearest } from './clustering/nearest.js';
import { layOut } from './layout/layout.js';

/** One long computation: it may need all processors for minutes, and runs in a child process. */
type ComputationTask = (request: never, progress: Progress) => Promise<unknown>;

/** What a child process can compute, by name. Requests and results are numbers, texts, typed arrays and plain objects of them. */
export const computationTasks = { kmeans, nearest, layOut } satisfies Record<string, ComputationTask>;

type Tasks = typeof computationTasks;

/** The name of a computation. */
export type ComputationName = keyof Tasks;

/** What each computation is asked with. */
export type ComputationRequests = { readonly [Name in ComputationName]: Parameters<Tasks[Name]>[0] };

/** What each computation answers. */
export type ComputationResults = { readonly [Name in ComputationName]: Awaited<ReturnType<Tasks[Name]>> };
