SELECT text FROM linkable WHERE article = :article
