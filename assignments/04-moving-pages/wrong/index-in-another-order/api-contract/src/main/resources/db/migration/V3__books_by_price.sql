create index books_by_price on books (id, price_cents);
