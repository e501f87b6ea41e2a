package org.concurrencylab.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.concurrencylab.api.Order;

/** A row of the table orders: copies that were taken from a book's stock. */
@Entity
@Table(name = "orders")
class OrderEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "book_id")
    long bookId;

    int quantity;

    static OrderEntity of(long bookId, int quantity) {
        OrderEntity order = new OrderEntity();
        order.bookId = bookId;
        order.quantity = quantity;
        return order;
    }

    Order toOrder() {
        return new Order(id, bookId, quantity);
    }
}
