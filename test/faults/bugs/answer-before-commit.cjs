// A bug for canaries: a delivery is answered while its bytes are still on their way to the disk.
const { Deliveries } = require('../../../dist/libs/banking/src/feeds/deliveries.service.js');

const { receive } = Deliveries.prototype;
Deliveries.prototype.receive = async function answerAtOnce(...delivery) {
  receive.apply(this, delivery).catch(() => undefined);
};
