SELECT subject, predicate, object, label, article, sentence, page_spans
FROM relations
ORDER BY
  subject ASC NULLS LAST, predicate ASC NULLS LAST, object ASC NULLS LAST, article ASC NULLS LAST,
  sentence ASC NULLS LAST, page_spans ASC NULLS LAST, label ASC NULLS LAST
