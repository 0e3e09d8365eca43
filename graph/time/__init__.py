"""When: `spans` (bounded intervals), `tenures`, `posts`, `validity` (of responsibilities), `successions`."""
