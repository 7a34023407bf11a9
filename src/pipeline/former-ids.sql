SELECT former, entity FROM redirects ORDER BY former ASC NULLS LAST, entity ASC NULLS LAST
