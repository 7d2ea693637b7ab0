import { expect, test } from '@jest/globals';
import { createLog } from '../../../server/logging.js';
import { openBuiltinModel } from '../../../server/models/builtin/builtin-model.js';
import { ModelRegistry } from '../../../server/services/model-registry.js';
import { describeEachDatabase } from '../../support/databases.js';

describeEachDatabase('the models of an archive', (current) => {
  test('an opening that failed is tried again by the next who asks, and one that succeeded is not', async () => {
    let openings = 0;
    const open = async () => {
      openings += 1;
      if (openings === 1) throw new Error('The hub hung up.');
      return { model: await openBuiltinModel({ providers: ['cpu'] }), notice: null };
    };
    const { repositories, unitOfWork } = current();
    const registry = new ModelRegistry({ open, reopen: () => Promise.resolve(null) }, repositories.models, unitOfWork, createLog('silent'));
    try {
      const both = await Promise.allSettled([registry.open(), registry.target()]);
      expect([both.map(({ status }) => status), openings, registry.opened]).toEqual([['rejected', 'rejected'], 1, null]);
      const target = await registry.target();
      expect([await registry.current(), registry.opened, openings]).toEqual([target, target, 2]);
      expect(await repositories.models.current()).toBe(target.id);
    } finally {
      await registry.close();
    }
  }, 60_000);
});
