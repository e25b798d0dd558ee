package io.firebreak.bridge;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.Queue;

/**
 * Messages between the two sides of a bridge, in the order sent, which is the order due.
 *
 * @param releasing base units that the messages under way will release from the reserve
 */
public record InFlight(Queue<Message> messages, long releasing) {

    /** Which side the message goes to. */
    public enum Kind {
        MINT,
        RELEASE
    }

    /** One message. */
    public record Message(long dueMillis, Kind kind, AccountId to, long units) {
        long releasing() {
            return kind == Kind.RELEASE ? units : 0;
        }
    }

    public static final InFlight NOTHING = new InFlight(Queue.empty(), 0);

    InFlight send(Message message) {
        return new InFlight(messages.enqueue(message), Math.addExact(releasing, message.releasing()));
    }

    boolean due(long nowMillis) {
        return messages.nonEmpty() && messages.head().dueMillis() <= nowMillis;
    }

    InFlight delivered() {
        return new InFlight(messages.tail(), releasing - messages.head().releasing());
    }
}
