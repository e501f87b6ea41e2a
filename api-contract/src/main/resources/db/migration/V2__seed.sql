-- The last digit of an ISBN-13 from its first twelve: weights 1 and 3 in turn, made up to a multiple of ten (ISO 2108).
create function isbn13(first_twelve text) returns text
    language sql immutable strict
    return first_twelve || (
        select (10 - sum(substr(first_twelve, i, 1)::int * case i % 2 when 1 then 1 else 3 end) % 10) % 10
        from generate_series(1, 12) as i
    );

-- Books 1 to count, the same ones on every machine. The load tests call this again to start each block from equal data.
create procedure seed_books(count integer)
    language sql
    begin atomic
        delete from orders;
        delete from books;
        insert into books (id, isbn, title, author, price_cents, stock)
        select i,
               isbn13('978' || lpad(i::text, 9, '0')),
               'Title ' || i,
               'Author ' || i % 997,
               500 + i * 37 % 9500,
               1000000
        from generate_series(1, count) as i;
        select setval(pg_get_serial_sequence('books', 'id'), count);
        select setval(pg_get_serial_sequence('orders', 'id'), 1, false);
    end;

call seed_books(10000);
