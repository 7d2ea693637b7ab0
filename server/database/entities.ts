import { AnnotationEntity } from './entities/annotation.entity.js';
import { DecisionSubjectEntity } from './entities/decision-subject.entity.js';
import { DecisionEntity } from './entities/decision.entity.js';
import { DocumentEntity } from './entities/document.entity.js';
import { FailureEntity } from './entities/failure.entity.js';
import { JobRunEntity } from './entities/job-run.entity.js';
import { ModelEntity } from './entities/model.entity.js';
import { RootEntity } from './entities/root.entity.js';
import { SettingEntity } from './entities/setting.entity.js';
import { SimilarityLogEntity } from './entities/similarity-log.entity.js';
import { SourceEntity } from './entities/source.entity.js';

/** Every entity; tables without one are written with SQL in their repository. */
export const ENTITIES = [
  AnnotationEntity,
  DecisionSubjectEntity,
  DecisionEntity,
  DocumentEntity,
  FailureEntity,
  JobRunEntity,
  ModelEntity,
  RootEntity,
  SettingEntity,
  SimilarityLogEntity,
  SourceEntity,
];
