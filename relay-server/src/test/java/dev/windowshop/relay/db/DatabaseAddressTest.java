package dev.windowshop.relay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
  @Test
  void aPostgresAddressIsReadWhole() {
    DatabaseAddress expected =
        new DatabaseAddress.Postgres(
            "db.example.org", 5433, "shop", "relay", "p@ss+:word", Map.of("sslmode", "require"));
    for (String text :
        List.of(
            "postgresql://relay:p%40ss+%3Aword@db.example.org:5433/shop?sslmode=require",
            "postgres://relay:p%40ss+%3Aword@db.example.org:5433/shop?sslmode=require",
            "jdbc:postgresql://db.example.org:5433/shop?user=relay&password=p%40ss+:word"
                + "&sslmode=require")) {
      assertEquals(expected, DatabaseAddress.parse(text));
    }
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() {
    assertEquals(
        new DatabaseAddress.Postgres("localhost", 5432, "shop", null, null, Map.of()),
        DatabaseAddress.parse("postgresql://localhost/shop"));
  }

  @Test
  void aFileIsSqlite() {
    for (String text : List.of("/srv/shop.db", "sqlite:/srv/shop.db", "jdbc:sqlite:/srv/shop.db")) {
      assertEquals(
          new DatabaseAddress.Sqlite(Path.of("/srv/shop.db")), DatabaseAddress.parse(text));
    }
  }

  @Test
  void whatCannotBeReadIsRefusedWithoutRepeatingIt() {
    for (String text :
        List.of(
            "mysql://relay:secret@host/shop",
            "postgresql://relay:secret@host",
            "postgresql://relay:sec ret@host/shop",
            "postgresql:secret")) {
      String message =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> DatabaseAddress.parse(text))
                  .getMessage());
      assertFalse(message.contains("sec"), message);
      assertTrue(message.contains("postgresql://"), message);
    }
  }

  @Test
  void thePasswordIsNeverPrinted() {
    DatabaseAddress address = DatabaseAddress.parse("postgresql://relay:secret@host/shop");
    assertEquals("PostgreSQL host:5432/shop", address.toString());
    assertFalse(DatabaseConfig.of(address).toString().contains("secret"));
  }
}
