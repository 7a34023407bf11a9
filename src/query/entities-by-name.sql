SELECT entity FROM entities WHERE name = :name ORDER BY stories DESC NULLS LAST, entity ASC NULLS LAST
