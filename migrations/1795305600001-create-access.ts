import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may use the archive, from where and how often; and small settings. */
export class CreateAccess1795305600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(USERS);
    await runner.query(LIMITS);
    await runner.query(SETTINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE settings, rate_limits, ip_rules, api_tokens, sessions, users');
  }
}

const USERS = `
  CREATE TABLE users (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    name_key text NOT NULL UNIQUE,
    role text NOT NULL CHECK (role IN ('owner', 'viewer')),
    password_hash text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    disabled boolean NOT NULL DEFAULT false
  );
  COMMENT ON TABLE users IS 'People who may sign in.';
  COMMENT ON COLUMN users.name_key IS 'The name in NFKC and lower case, so that no two look alike.';

  CREATE TABLE sessions (
    id_hash bytea PRIMARY KEY,
    user_id uuid REFERENCES users ON DELETE CASCADE,
    payload jsonb NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX sessions_expiry ON sessions (expires_at);
  CREATE INDEX sessions_user ON sessions (user_id);
  COMMENT ON TABLE sessions IS 'Signed-in browsers, under the sha256 of their session id.';

  CREATE TABLE api_tokens (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    name text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    role text NOT NULL CHECK (role IN ('owner', 'viewer')),
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    revoked_at timestamptz,
    expires_at timestamptz
  );
  CREATE INDEX api_tokens_user ON api_tokens (user_id);
  COMMENT ON TABLE api_tokens IS 'Bearer tokens of scripts, under their sha256.';`;

const LIMITS = `
  CREATE TABLE ip_rules (
    id uuid PRIMARY KEY,
    range cidr NOT NULL,
    action text NOT NULL CHECK (action IN ('allow', 'deny')),
    note text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (range, action)
  );
  COMMENT ON TABLE ip_rules IS 'Addresses that may or may not connect, beside those of the configuration.';

  CREATE TABLE rate_limits (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  );
  COMMENT ON TABLE rate_limits IS 'Counters shared by all processes; the shape rate-limiter-flexible expects.';`;

const SETTINGS = `
  CREATE TABLE settings (
    key text PRIMARY KEY,
    value jsonb NOT NULL
  );
  COMMENT ON TABLE settings IS 'Small facts about the archive itself.';`;
