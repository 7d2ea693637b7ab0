import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requireAction } from '../security/policies.js';
import { contextOf } from '../security/request-context.js';
import type { DecisionService } from '../services/decision.service.js';

/** `GET /api/decisions/export`: everything that was said, one JSON object a line, for the owner. */
export class DecisionsRoute {
  constructor(private readonly decisions: DecisionService) {}

  async getExport(_request: Request, response: Response): Promise<void> {
    requireAction(contextOf(response), 'annotate');
    response.set({
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': 'attachment; filename="decisions.jsonl"',
      'Cache-Control': 'no-store',
    });
    await pipeline(Readable.from(this.decisions.exportLines()), response);
  }
}
