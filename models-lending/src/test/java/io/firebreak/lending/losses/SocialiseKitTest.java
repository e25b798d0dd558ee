package io.firebreak.lending.losses;

import io.firebreak.testkit.kit.LossModelKit;

class SocialiseKitTest extends LossModelKit {
    @Override
    protected Socialise mechanism() {
        return new Socialise();
    }
}
