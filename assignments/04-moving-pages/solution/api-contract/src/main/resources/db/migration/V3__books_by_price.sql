-- In the order of the list, so that a page begins where the one before has ended, wherever that is.
create index books_by_price on books (price_cents, id);
