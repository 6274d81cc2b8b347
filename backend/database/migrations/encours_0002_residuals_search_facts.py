"""What Piccolo's columns cannot say: generated columns, covering indexes, triggers.

The triggers hold three promises: a residual never disagrees with its allocations, an allocation
stays within one client and one currency, and a recorded fact is never altered.
"""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T12:00:01:000000"
VERSION = "1.38.0"
DESCRIPTION = "Residuals, search and append-only facts"

SEARCH = """
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;

-- unaccent() is only STABLE, because its dictionary could be changed; ours is not.
CREATE FUNCTION public.fold(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

ALTER TABLE client ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (
  public.fold(code || ' ' || name || ' ' || coalesce(town, '') || ' ' || coalesce(siren, ''))
) STORED;
CREATE INDEX client_search ON client USING gin (search_text public.gin_trgm_ops);
ALTER TABLE client ADD COLUMN sort_name text NOT NULL
  GENERATED ALWAYS AS (public.fold(name)) STORED;
CREATE INDEX client_by_name ON client (sort_name, id) WHERE merged_into IS NULL;

-- A typo is looked for among the words that clients are known by, which are few and short: asking
-- each client how alike it is would cost thirty times as much. A word that no client has any more
-- does no harm.
CREATE FUNCTION public.words_of(text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT regexp_split_to_array(
    btrim(regexp_replace(public.fold($1), '[^[:alnum:]]+', ' ', 'g')), ' ') $$;
ALTER TABLE client ADD COLUMN search_words text[] NOT NULL GENERATED ALWAYS AS (
  public.words_of(code || ' ' || name || ' ' || coalesce(town, ''))
) STORED;
CREATE INDEX client_words ON client USING gin (search_words);
-- A word, and what is left of it without each of its letters in turn. Two words have one of these
-- in common when a letter too many, too few, wrong, or out of place is all that parts them.
CREATE FUNCTION public.forms_of(text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT array_agg(form) FROM (
      SELECT $1 AS form
      UNION SELECT left($1, nth - 1) || substr($1, nth + 1)
      FROM generate_series(1, char_length($1)) nth) f $$;
CREATE TABLE search_word (
  word text PRIMARY KEY,
  forms text[] NOT NULL GENERATED ALWAYS AS (public.forms_of(word)) STORED
);
CREATE INDEX search_word_forms ON search_word USING gin (forms);
CREATE INDEX search_word_alike ON search_word USING gin (word public.gin_trgm_ops);

CREATE FUNCTION learn_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_word (word)
    SELECT DISTINCT said FROM written, unnest(written.search_words) said
    WHERE char_length(said) BETWEEN 4 AND 60 AND said !~ '[0-9]'
      AND NOT EXISTS (SELECT FROM search_word known WHERE known.word = said)
    ORDER BY said
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER client_words_learnt AFTER INSERT ON client
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION learn_search_words();
CREATE TRIGGER client_words_relearnt AFTER UPDATE ON client
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION learn_search_words();

-- One slip of the finger is found by the forms; more of them, in a long word or in the beginning of
-- one, by the share of the trigrams that are right all the same.
CREATE FUNCTION words_alike(said text) RETURNS TABLE (word text, nearness real)
  LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.word_similarity_threshold = 0.45
  AS $$ SELECT w.word, max(w.nearness) FROM (
      SELECT near.word, 0.5 + public.similarity(said, near.word) / 2 AS nearness
      FROM search_word near WHERE near.forms && public.forms_of(said)
      UNION ALL
      SELECT near.word,
        (public.word_similarity(said, near.word) + public.similarity(said, near.word)) / 2
      FROM search_word near WHERE near.word OPERATOR(public.%>) said
    ) w GROUP BY w.word ORDER BY 2 DESC, 1 LIMIT 20 $$;
"""

RESIDUALS = """
ALTER TABLE document ADD COLUMN residual numeric NOT NULL
  GENERATED ALWAYS AS (amount - settled) STORED;
ALTER TABLE payment ADD COLUMN unapplied numeric NOT NULL
  GENERATED ALWAYS AS (amount - applied) STORED;

CREATE FUNCTION refuse_written_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the settled share of a % is kept by its allocations alone', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER document_starts_unsettled BEFORE INSERT ON document FOR EACH ROW
  WHEN (NEW.settled <> 0 OR NEW.last_settled_on IS NOT NULL)
  EXECUTE FUNCTION refuse_written_total();
CREATE TRIGGER document_settled_by_allocations BEFORE UPDATE OF settled, last_settled_on
  ON document FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND (OLD.settled, OLD.last_settled_on)
        IS DISTINCT FROM (NEW.settled, NEW.last_settled_on))
  EXECUTE FUNCTION refuse_written_total();
CREATE TRIGGER payment_starts_unapplied BEFORE INSERT ON payment FOR EACH ROW
  WHEN (NEW.applied <> 0) EXECUTE FUNCTION refuse_written_total();
CREATE TRIGGER payment_applied_by_allocations BEFORE UPDATE OF applied ON payment FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND OLD.applied IS DISTINCT FROM NEW.applied)
  EXECUTE FUNCTION refuse_written_total();

-- Totals move by difference, so that two writers of one document cannot lose each other's share.
CREATE FUNCTION allocations_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added a
      LEFT JOIN document dd ON dd.id = a.debit_document
      LEFT JOIN payment dp ON dp.id = a.debit_payment
      LEFT JOIN document cd ON cd.id = a.credit_document
      LEFT JOIN payment cp ON cp.id = a.credit_payment
    WHERE num_nonnulls(dd.id, dp.id) = 1 AND num_nonnulls(cd.id, cp.id) = 1
      AND (coalesce(dd.client, dp.client), coalesce(dd.currency, dp.currency))
          IS DISTINCT FROM (coalesce(cd.client, cp.client), coalesce(cd.currency, cp.currency))
  ) THEN
    RAISE EXCEPTION 'an allocation stays within one client and one currency'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE document d
    SET settled = d.settled + t.share, last_settled_on = greatest(d.last_settled_on, t.last_on)
    FROM (SELECT id, sum(share) AS share, max(value_on) AS last_on FROM (
            SELECT debit_document AS id, amount AS share, value_on FROM added
            UNION ALL SELECT credit_document, -amount, value_on FROM added) s
          WHERE id IS NOT NULL GROUP BY id) t
    WHERE d.id = t.id;
  UPDATE payment p SET applied = p.applied + t.share
    FROM (SELECT id, sum(share) AS share FROM (
            SELECT credit_payment AS id, amount AS share FROM added
            UNION ALL SELECT debit_payment, -amount FROM added) s
          WHERE id IS NOT NULL GROUP BY id) t
    WHERE p.id = t.id;
  RETURN NULL;
END $$;
CREATE TRIGGER allocation_adds AFTER INSERT ON allocation
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION allocations_added();

CREATE FUNCTION allocations_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Locked first: the last value date is read anew, and must see what others committed meanwhile.
  PERFORM FROM document
    WHERE id IN (SELECT debit_document FROM removed UNION SELECT credit_document FROM removed)
    ORDER BY id FOR UPDATE;
  UPDATE document d SET settled = d.settled - t.share, last_settled_on = t.last_on
    FROM (SELECT s.id, sum(s.share) AS share,
            greatest((SELECT max(value_on) FROM allocation WHERE debit_document = s.id),
                     (SELECT max(value_on) FROM allocation WHERE credit_document = s.id)) AS last_on
          FROM (SELECT debit_document AS id, amount AS share FROM removed
                UNION ALL SELECT credit_document, -amount FROM removed) s
          WHERE s.id IS NOT NULL GROUP BY s.id) t
    WHERE d.id = t.id;
  UPDATE payment p SET applied = p.applied - t.share
    FROM (SELECT id, sum(share) AS share FROM (
            SELECT credit_payment AS id, amount AS share FROM removed
            UNION ALL SELECT debit_payment, -amount FROM removed) s
          WHERE id IS NOT NULL GROUP BY id) t
    WHERE p.id = t.id;
  RETURN NULL;
END $$;
CREATE TRIGGER allocation_removes AFTER DELETE ON allocation
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION allocations_removed();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER allocation_is_written_once BEFORE UPDATE OR TRUNCATE ON allocation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""

READING = """
-- The client file reads these two alone, whatever the history holds.
CREATE INDEX document_open ON document (client, due_on, id)
  INCLUDE (kind, number, label, issued_on, due_estimated, currency, amount, residual, branch)
  WHERE residual <> 0;
CREATE INDEX payment_free ON payment (client) INCLUDE (currency, unapplied) WHERE unapplied <> 0;

CREATE INDEX document_settled ON document (client, last_settled_on)
  INCLUDE (due_on, amount, currency, kind) WHERE residual = 0;
CREATE INDEX payment_latest ON payment (client, value_on, id) INCLUDE (amount, currency);
CREATE INDEX document_elsewhere ON document (branch, client)
  WHERE branch IS NOT NULL AND residual <> 0;
-- Deleting a client (an undone import made it) looks here for each: partial indexes do not serve.
CREATE INDEX document_owed_by ON document (client, upper(number) text_pattern_ops);
CREATE INDEX document_by_number ON document (upper(number) text_pattern_ops, client);

CREATE INDEX allocation_debit_document ON allocation (debit_document)
  WHERE debit_document IS NOT NULL;
CREATE INDEX allocation_credit_document ON allocation (credit_document)
  WHERE credit_document IS NOT NULL;
CREATE INDEX allocation_debit_payment ON allocation (debit_payment)
  WHERE debit_payment IS NOT NULL;
CREATE INDEX allocation_credit_payment ON allocation (credit_payment)
  WHERE credit_payment IS NOT NULL;
"""

FACTS = """
CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON activity
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE INDEX activity_of_client ON activity (client, id) WHERE client IS NOT NULL;
CREATE INDEX sign_in_failure_of_account ON sign_in_failure (account_key, failed_at);
CREATE INDEX sign_in_failure_of_address ON sign_in_failure (address_key, failed_at);
CREATE INDEX sign_in_failure_by_age ON sign_in_failure (failed_at);
CREATE UNIQUE INDEX import_run_sequence ON import_run (sequence) WHERE sequence IS NOT NULL;
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="encours", description=DESCRIPTION
    )

    async def run() -> None:
        transaction = engine_finder().current_transaction.get()
        for script in (SEARCH, RESIDUALS, READING, FACTS):
            # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
            await transaction.connection.execute(script)

    manager.add_raw(run)
    return manager
