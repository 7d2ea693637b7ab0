import type { Request, Response } from 'express';
import { mayDo } from '../security/policies.js';
import { contextOf } from '../security/request-context.js';
import type { JobService } from '../services/job.service.js';

/** `GET /api/jobs/current`: what is running, for scripts. */
export class JobsRoute {
  constructor(private readonly jobs: JobService) {}

  // Hidden pictures are counted too: whoever may not see those is told what runs and not how far (T21).
  getCurrent(_request: Request, response: Response): void {
    const seesCounts = mayDo(contextOf(response), 'seeHidden');
    const running = this.jobs
      .listRunning()
      .map(({ job, done, total }) => (seesCounts ? { job, done, total } : { job, done: 0, total: null }));
    response.json({ running });
  }
}
