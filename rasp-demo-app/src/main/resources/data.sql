INSERT INTO books (id, title, author, price) VALUES
	(1, 'Dune', 'Frank Herbert', 9.90),
	(2, 'The Left Hand of Darkness', 'Ursula K. Le Guin', 11.50),
	(3, 'The Hobbit', 'J. R. R. Tolkien', 8.75),
	(4, 'Select the Best or Drop It: The Art of Editing', 'Ann Union', 21.00),
	(5, 'Pride and Prejudice', 'Jane Austen', 6.20),
	(6, 'Frankenstein', 'Mary Shelley', 5.80);

INSERT INTO customers (id, name, email) VALUES
	(1, 'alice', 'alice@bookshop.example'),
	(2, 'bob', 'bob@bookshop.example');

INSERT INTO orders (id, customer, book_id, quantity) VALUES
	(1, 'alice', 1, 1),
	(2, 'bob', 3, 2);

INSERT INTO secrets (id, name, content) VALUES
	(1, 'payment-key', 'pk-live-4b7c1e90'),
	(2, 'warehouse-key', 'wh-live-77d2f0a3');
