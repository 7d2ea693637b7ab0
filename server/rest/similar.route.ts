import type { Request, Response } from 'express';
import { AppError } from '../errors.js';
import { contextOf } from '../security/request-context.js';
import type { CollapsingRequest, CollapsingSearch } from '../services/duplicate-collapser.js';
import { readMultipart } from './multipart.js';
import { parseSimilarBody, parseSimilarForm } from './parse.js';
import { presentAnswer } from './present.js';

/** `POST /api/images/similar`: pictures like a picture or like words, as JSON or with an uploaded file. */
export class SimilarRoute {
  constructor(
    private readonly similarity: CollapsingSearch,
    private readonly maxUploadBytes: number,
  ) {}

  async post(request: Request, response: Response): Promise<void> {
    const query = request.is('multipart/form-data') ? await this.readForm(request) : parseSimilarBody(request.body);
    const answer = await this.similarity.search(query, contextOf(response).actor);
    response.json(presentAnswer(contextOf(response).mountPath, answer));
  }

  private async readForm(request: Request): Promise<CollapsingRequest> {
    const { file, fields } = await readMultipart(request, this.maxUploadBytes);
    if (!file) throw new AppError('BAD_REQUEST', 'Expected a file named "image" but received none.');
    return parseSimilarForm(file, fields);
  }
}
