import type { Request, Response } from 'express';
import type { JobService } from '../services/job.service.js';

/** `GET /api/jobs/current`: what is running, for scripts. */
export class JobsRoute {
  constructor(private readonly jobs: JobService) {}

  getCurrent(_request: Request, response: Response): void {
    response.json({ running: this.jobs.listRunning().map(({ job, done, total }) => ({ job, done, total })) });
  }
}
