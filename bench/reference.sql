-- The simplest statement that answers the client file as the contract has it: each part asked from
-- its table, in the order of the document, without sign-in or scope. Frozen: what the shipped
-- statement is measured against. $1 the client, $2 the business date.
WITH open_document AS (
  SELECT d.*, CASE WHEN d.residual < 0 THEN 'unapplied'
                   WHEN d.due_on >= $2::date THEN 'not_due'
                   WHEN d.due_on >= $2::date - 30 THEN '1-30'
                   WHEN d.due_on >= $2::date - 60 THEN '31-60'
                   WHEN d.due_on >= $2::date - 90 THEN '61-90'
                   WHEN d.due_on >= $2::date - 120 THEN '91-120'
                   ELSE '>120' END AS bucket
  FROM document d WHERE d.client = $1::uuid AND d.residual <> 0
), item AS (
  SELECT currency, bucket, residual AS amount, due_on, 1 AS documents FROM open_document
  UNION ALL
  SELECT currency, 'payment', -unapplied, NULL, 0
  FROM payment WHERE client = $1::uuid AND unapplied <> 0
  UNION ALL
  SELECT currency, 'not_due', 0.00, NULL, 0 FROM client WHERE id = $1::uuid
), position AS (
  SELECT currency,
    sum(amount)::text AS outstanding,
    coalesce(sum(amount) FILTER (WHERE bucket IN ('unapplied', 'payment')), 0.00)::text
      AS unapplied,
    coalesce(sum(amount) FILTER (WHERE bucket NOT IN ('unapplied', 'payment', 'not_due')),
             0.00)::text AS overdue,
    coalesce($2::date - min(due_on) FILTER (
      WHERE bucket NOT IN ('unapplied', 'payment', 'not_due')), 0) AS oldest_days_overdue,
    min(due_on) FILTER (WHERE bucket = 'not_due') AS next_due_on,
    (SELECT sum(o.residual)::text FROM open_document o
     WHERE o.currency = item.currency AND o.residual > 0
       AND o.due_on = min(item.due_on) FILTER (WHERE item.bucket = 'not_due')) AS next_due_amount,
    json_build_object(
      'not_due', json_build_object(
        'documents', coalesce(sum(documents) FILTER (WHERE bucket = 'not_due'), 0),
        'amount', coalesce(sum(amount) FILTER (WHERE bucket = 'not_due'), 0.00)::text),
      '1-30', json_build_object(
        'documents', coalesce(sum(documents) FILTER (WHERE bucket = '1-30'), 0),
        'amount', coalesce(sum(amount) FILTER (WHERE bucket = '1-30'), 0.00)::text),
      '31-60', json_build_object(
        'documents', coalesce(sum(documents) FILTER (WHERE bucket = '31-60'), 0),
        'amount', coalesce(sum(amount) FILTER (WHERE bucket = '31-60'), 0.00)::text),
      '61-90', json_build_object(
        'documents', coalesce(sum(documents) FILTER (WHERE bucket = '61-90'), 0),
        'amount', coalesce(sum(amount) FILTER (WHERE bucket = '61-90'), 0.00)::text),
      '91-120', json_build_object(
        'documents', coalesce(sum(documents) FILTER (WHERE bucket = '91-120'), 0),
        'amount', coalesce(sum(amount) FILTER (WHERE bucket = '91-120'), 0.00)::text),
      '>120', json_build_object(
        'documents', coalesce(sum(documents) FILTER (WHERE bucket = '>120'), 0),
        'amount', coalesce(sum(amount) FILTER (WHERE bucket = '>120'), 0.00)::text)) AS buckets,
    coalesce(sum(amount) FILTER (WHERE bucket = 'payment'), 0.00)::text AS unapplied_payments
  FROM item GROUP BY currency
)
SELECT row_to_json(f)::text FROM (
  SELECT own.currency, own.outstanding, own.unapplied, own.overdue, own.oldest_days_overdue,
    own.next_due_on, own.next_due_amount, own.buckets,
    json_build_object(
      'id', c.id, 'code', c.code, 'name', c.name,
      'company_id', c.company, 'company', company.name,
      'branch_id', c.branch, 'branch', branch.name, 'siren', c.siren, 'siret', c.siret,
      'vat_number', c.vat_number, 'address', c.address, 'postcode', c.postcode, 'town', c.town,
      'country', c.country, 'language', c.language, 'currency', c.currency,
      'terms', CASE WHEN c.terms_basis IS NOT NULL
        THEN json_build_object('basis', c.terms_basis, 'days', c.terms_days) END,
      'profile', c.profile,
      'rep', CASE WHEN rep.id IS NOT NULL
        THEN json_build_object('id', rep.id, 'name', rep.name) END,
      'collector', CASE WHEN collector.id IS NOT NULL
        THEN json_build_object('id', collector.id, 'name', collector.name) END,
      'debtor_id', c.debtor,
      'merged_codes', (SELECT coalesce(json_agg(code ORDER BY code), '[]')
                       FROM client WHERE merged_into = c.id)) AS identity,
    (SELECT coalesce(json_agg(p), '[]') FROM (
      SELECT currency, outstanding, unapplied, overdue, oldest_days_overdue, next_due_on,
        next_due_amount, buckets
      FROM position WHERE currency <> c.currency ORDER BY currency) p) AS other_currencies,
    (SELECT coalesce(json_agg(o), '[]') FROM (
      SELECT d.id, d.kind, d.number, d.label, d.issued_on, d.due_on, d.due_estimated, d.currency,
        d.amount::text AS amount, d.residual::text AS residual, NULL AS settled_on,
        b.name AS branch
      FROM open_document d LEFT JOIN branch b ON b.id = d.branch
      ORDER BY d.due_on, d.id LIMIT 1000) o) AS open_documents,
    (SELECT count(*) FROM open_document) AS open_documents_total,
    own.unapplied_payments,
    (SELECT json_build_object('value_on', value_on, 'amount', amount::text, 'currency', currency)
     FROM payment WHERE client = c.id AND amount > 0
     ORDER BY value_on DESC, id DESC LIMIT 1) AS last_payment,
    (SELECT coalesce(json_agg(h), '[]') FROM (
      SELECT currency,
        round(sum(amount * greatest(0, last_settled_on - due_on)) / sum(amount), 1)
          AS average_days_late,
        count(*) AS documents, sum(amount)::text AS amount
      FROM document
      WHERE client = c.id AND residual = 0 AND amount > 0
        AND last_settled_on > ($2::date - interval '12 months')::date
        AND last_settled_on <= $2::date
      GROUP BY currency ORDER BY currency) h) AS statistics,
    company.ledger_loaded_at AS data_as_of,
    $2::date AS today
  FROM client c
    JOIN position own ON own.currency = c.currency
    JOIN company ON company.id = c.company
    LEFT JOIN branch ON branch.id = c.branch
    LEFT JOIN account rep ON rep.id = c.rep
    LEFT JOIN account collector ON collector.id = c.collector
  WHERE c.id = $1::uuid) f
