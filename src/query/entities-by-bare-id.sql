SELECT entity FROM entities WHERE entity = CONCAT(type, ':', :name) ORDER BY entity ASC NULLS LAST
